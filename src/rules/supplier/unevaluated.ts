import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { addMonths } from '#model/calendar.ts';

/** PUR-001: who delivers to us has been judged able to, and is judged again in time. */
export const unevaluated: ProjectRule = {
  code: 'supplier/unevaluated', severity: 'error', scope: 'project',
  title: { en: 'Supplier in use without a valid evaluation', 'zh-CN': '使用未评价或者复评逾期的供方' },
  why: { en: 'Suppliers are chosen by their ability to meet the requirements; without evaluation that is not shown.', 'zh-CN': '供方应当按满足要求的能力选择；没有评价就不能证明。' },
  messages: {
    missing: { en: 'Supplier {id} is in use without an evaluation. Evaluate it, or stop using it.', 'zh-CN': '供方 {id} 在用，但没有评价记录。请进行评价，或者停用。' },
    rejected: { en: 'Supplier {id} was rejected and is still in use. Stop using it, or evaluate it again.', 'zh-CN': '供方 {id} 评价不合格，却仍在使用。请停用，或者重新评价。' },
    overdue: { en: 'The re-evaluation of supplier {id} was due on {due}. Evaluate it again.', 'zh-CN': '供方 {id} 应于 {due} 前复评，现已逾期。请重新评价。' },
  },
  examples: [
    bad(`
=== suppliers.yaml
kind: suppliers
suppliers:
  - { id: GF-01, name: 甲印刷厂, provides: 证照印制, status: in-use } # expect supplier/unevaluated
  - { id: GF-02, name: 乙检验所, provides: 商品检验, evaluation: { on: 2004-05-10, result: rejected } } # expect supplier/unevaluated
  - { id: GF-03, name: 丙软件公司, provides: 系统开发, evaluation: { on: 2003-05-10, result: approved }, review_due: 2004-05-09 } # expect supplier/unevaluated
  - { id: GF-04, name: 丁拍卖行, provides: 拍卖, evaluation: { on: 2003-05-10, result: conditional } } # expect supplier/unevaluated
`),
    good(`
=== suppliers.yaml
kind: suppliers
suppliers:
  - { id: GF-01, name: 甲印刷厂, provides: 证照印制, evaluation: { on: 2004-03-10, result: approved } }
  - { id: GF-02, name: 乙检验所, provides: 商品检验, evaluation: { on: 2003-03-10, result: approved }, review_due: 2005-03-09 }
  - { id: GF-03, name: 丙文印社, provides: 印刷, status: stopped }
`),
  ],
  *check({ registers, config, today }) {
    for (const supplier of registers.suppliers) {
      const { id, status, evaluation, review_due } = supplier.value;
      if (status === 'stopped') continue;
      const due = review_due ?? (evaluation?.on && addMonths(evaluation.on, config.thresholds.supplier_review_months));
      if (evaluation?.result === 'rejected') yield { at: spot(supplier, 'evaluation', 'result'), message: 'rejected', args: { id } };
      else if (!evaluation?.result) yield { at: spot(supplier, 'evaluation'), message: 'missing', args: { id } };
      else if (due !== undefined && due < today) yield { at: spot(supplier, review_due === undefined ? 'evaluation' : 'review_due'), message: 'overdue', args: { id, due } };
    }
  },
};
