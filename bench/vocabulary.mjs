// What the generated bureau is made of: units, posts, laws, matters. Facts of nobody; law titles are public.
export const blocks = ['top', 'licensing', 'enforcement', 'consumer', 'support'];
export const blockCodes = { top: 'GL', licensing: 'XK', enforcement: 'ZF', consumer: 'XF', support: 'BZ' };

/** [id, name, block, kind, head, clerk] */
export const units = [
  ['leadership', '局领导', 'top', 'leadership', '局长', '管理者代表'],
  ['office', '办公室', 'support', 'office', '办公室主任', '文件管理员'],
  ['qms-office', '质量管理办公室', 'support', 'office', '贯标办主任', '体系管理员'],
  ['registration', '注册登记处', 'licensing', 'division', '注册登记处处长', '登记审查员'],
  ['hall', '登记大厅', 'licensing', 'centre', '窗口负责人', '受理员'],
  ['inspection', '经济检查处', 'enforcement', 'division', '经济检查处处长', '办案人员'],
  ['legal', '法制处', 'enforcement', 'division', '法制处处长', '核审员'],
  ['consumer', '消费者权益保护处', 'consumer', 'division', '消保处处长', '调解员'],
  ['centre-12315', '申诉举报指挥中心', 'consumer', 'centre', '指挥中心主任', '接线员'],
];
/** Posts of a block that do the work and that answer for it. */
export const actors = {
  top: ['管理者代表', '局长'], support: ['文件管理员', '办公室主任'], licensing: ['登记审查员', '注册登记处处长'],
  enforcement: ['办案人员', '经济检查处处长'], consumer: ['调解员', '消保处处长'],
};
export const owners = { top: 'leadership', support: 'office', licensing: 'registration', enforcement: 'inspection', consumer: 'consumer' };

/** [title, short title, number, in force from, block, limit in days] */
export const laws = [
  ['中华人民共和国行政许可法', '行政许可法', '主席令第7号', '2004-07-01', 'licensing', 20],
  ['中华人民共和国公司登记管理条例', '公司登记管理条例', '国务院令第156号', '1994-07-01', 'licensing', 30],
  ['中华人民共和国企业法人登记管理条例', '企业法人登记管理条例', '国务院令第1号', '1988-07-01', 'licensing', 30],
  ['中华人民共和国行政处罚法', '行政处罚法', '主席令第63号', '1996-10-01', 'enforcement', 7],
  ['中华人民共和国反不正当竞争法', '反不正当竞争法', '主席令第10号', '1993-12-01', 'enforcement', 90],
  ['中华人民共和国广告法', '广告法', '主席令第34号', '1995-02-01', 'enforcement', 90],
  ['中华人民共和国商标法', '商标法', '主席令第59号', '1983-03-01', 'enforcement', 90],
  ['中华人民共和国消费者权益保护法', '消费者权益保护法', '主席令第11号', '1994-01-01', 'consumer', 60],
  ['中华人民共和国产品质量法', '产品质量法', '主席令第71号', '1993-09-01', 'consumer', 60],
  ['中华人民共和国合同法', '合同法', '主席令第15号', '1999-10-01', 'consumer', 60],
  ['中华人民共和国档案法', '档案法', '主席令第58号', '1988-01-01', 'support', 30],
  ['中华人民共和国标准化法', '标准化法', '主席令第11号', '1989-04-01', 'top', 30],
];

/** What the documents of a block are about; a serial makes each subject its own. */
export const matters = {
  top: ['管理评审资料汇总', '年度工作部署', '质量目标分解', '办公会议定事项督办'],
  licensing: ['个体工商户开业登记', '有限公司设立登记', '企业名称预先核准', '企业变更登记', '营业执照换发', '企业注销登记'],
  enforcement: ['无照经营查处', '商标侵权案件调查', '虚假广告案件调查', '罚没物品保管', '案件核审', '现场检查'],
  consumer: ['申诉受理', '举报转办', '消费争议调解', '回访', '申诉数据分析'],
  support: ['文件发放', '档案移交', '培训组织', '办公设备维护', '空白执照保管', '信息发布'],
};
/** Steps of a piece of work: name, and what is done. */
export const steps = [
  ['登记', '收到材料后当面清点份数，逐页核对页码，在登记簿上写明收到的时间、来源和经手人'],
  ['初审', '对照材料目录逐项审查，缺少的一次写清并书面告知，写明补正的份数和截止日'],
  ['核对', '向档案室调取原卷，比对名称、地址、编号是否一致，不一致的列出差异并附原件复印页'],
  ['复核', '另一名工作人员独立复核计算和引用的条文，在复核栏签名并写明日期'],
  ['审定', '审定人听取经办人说明，审阅全部材料后签署同意、退回或补充调查的意见'],
  ['告知', '把结果写成书面通知，由当事人在送达回证上签收，邮寄的附挂号回执'],
  ['归档', '按卷内目录排列材料，编页码、装订、填写备考表，移交档案室并由双方签名'],
  ['统计', '月末从登记簿抽取件数、天数和退回数，与系统数据核对后报质量管理办公室'],
];
export const limits = ['当场', '1个工作日', '2个工作日', '3个工作日', '5个工作日', '10个工作日'];
export const checks = [
  '抽取当月办结件的百分之五，逐件看登记、审查、告知三处的日期是否连贯',
  '到岗位现场看一名工作人员从头办完一件，把实际做法与书面步骤逐条比较',
  '从投诉和回访记录里挑出与本项工作有关的意见，看是否都有处理结果',
  '核对系统里的办结时间与纸质登记簿上的日期，差异超过一天的查明原因',
];
export const places = ['第一分局', '第二分局', '第三分局', '第四分局', '第五分局', '第六分局', '登记大厅', '机关各处室'];

/** Auditable clauses and the last letter of their items. */
export const clauses = Object.entries({
  '4.1': 'l', '4.2.1': 'e', '4.2.2': 'e', '4.2.3': 'k', '4.2.4': 'i', '5.1': 'f', '5.2': 'b', '5.3': 'g', '5.4.1': 'd', '5.4.2': 'c', '5.5.1': 'b', '5.5.2': 'd',
  '5.5.3': 'b', '5.6.1': 'e', '5.6.2': 'g', '5.6.3': 'c', '6.1': 'c', '6.2.1': 'a', '6.2.2': 'f', '6.3': 'f', '6.4': 'b', '7.1': 'h', '7.2.1': 'd', '7.2.2': 'i',
  '7.2.3': 'd', '7.3.1': 'f', '7.3.2': 'h', '7.3.3': 'f', '7.3.4': 'e', '7.3.5': 'b', '7.3.6': 'c', '7.3.7': 'f', '7.4.1': 'e', '7.4.2': 'e', '7.4.3': 'b',
  '7.5.1': 'g', '7.5.2': 'h', '7.5.3': 'c', '7.5.4': 'f', '7.5.5': 'c', '7.6': 'n', '8.1': 'e', '8.2.1': 'b', '8.2.2': 'o', '8.2.3': 'c', '8.2.4': 'e', '8.3': 'g',
  '8.4': 'f', '8.5.1': 'b', '8.5.2': 'i', '8.5.3': 'h',
}).map(([number, last]) => ({ number, items: Array.from({ length: last.charCodeAt(0) - 96 }, (_, at) => `${number}-${String.fromCharCode(97 + at)}`) }));
/** Documented procedures that the standard demands: clause, title, number of points to settle. */
export const mandatory = [
  ['4.2.3', '文件控制', 7], ['4.2.4', '记录控制', 6], ['8.2.2', '内部审核', 7], ['8.3', '不合格服务控制', 6], ['8.5.2', '纠正措施', 6], ['8.5.3', '预防措施', 5],
];
