// The script of the offline form. It opens no connection: answers live in the page, in this browser's storage, and in the file that "Save" writes.
(() => {
  'use strict';
  const { sheet, words, limits } = JSON.parse(document.getElementById('data').textContent);
  const key = `qms-worksheet:${sheet.digest}`;
  const fields = ['method', 'sample', 'evidence', 'judgement', 'note'];
  const rows = new Map(sheet.rows.map((row) => [row.id, row]));
  const head = { auditor: document.getElementById('auditor'), on: document.getElementById('on') };
  const articles = new Map([...document.querySelectorAll('article')].map((article) => [article.dataset.id, article]));
  let unsaved = false;
  let stored = true;

  const say = (id, text, kind = '') => {
    const place = document.getElementById(id);
    place.textContent = text;
    place.className = kind;
    place.hidden = text === '';
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  const bytesOf = (photo) => Math.ceil(photo.data.length * 3 / 4);

  /** What `qms audit record` would refuse of a row. */
  function faultOf(row) {
    const evidence = row.evidence.trim();
    if (row.judgement === 'not-applicable' && evidence === '' && row.note.trim() === '') return words.noReason;
    if (row.judgement !== '' && row.judgement !== 'not-applicable' && evidence === '') return words.noEvidence;
    if (row.judgement === 'nonconform' && row.item === '') return words.noItem;
    if (row.photos.length > limits.photos) return fill(words.manyPhotos, { most: limits.photos });
    return '';
  }

  function headFault() {
    if (sheet.auditor === '') return words.noAuditor;
    return /^\d{4}-\d{2}-\d{2}$/.test(sheet.on) ? '' : words.noDay;
  }

  /** Values of a row → its controls. */
  function show(row) {
    const article = articles.get(row.id);
    for (const field of ['method', 'sample', 'evidence', 'note']) article.querySelector(`[name="${field}"]`).value = row[field];
    for (const radio of article.querySelectorAll('[type="radio"]')) radio.checked = radio.value === row.judgement;
    const thumbs = article.querySelector('.thumbs');
    thumbs.replaceChildren(...row.photos.map((photo, at) => {
      const figure = document.createElement('figure');
      const image = document.createElement('img');
      image.src = `data:image/jpeg;base64,${photo.data}`;
      image.alt = photo.name;
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.textContent = words.remove;
      remove.setAttribute('aria-label', `${words.remove} ${photo.name}`);
      remove.addEventListener('click', () => {
        row.photos.splice(at, 1);
        show(row);
        changed(row);
      });
      figure.append(image, remove);
      return figure;
    }));
    judge(row);
  }

  function judge(row) {
    const article = articles.get(row.id);
    const fault = faultOf(row);
    const warning = article.querySelector('.fault');
    warning.textContent = fault;
    warning.hidden = fault === '';
    article.dataset.judgement = row.judgement;
    article.dataset.state = fault !== '' ? 'fault' : row.judgement === '' ? 'open' : 'done';
  }

  function count() {
    const left = sheet.rows.filter(({ judgement }) => judgement === '').length;
    const faults = sheet.rows.filter((row) => faultOf(row) !== '').length + (headFault() === '' ? 0 : 1);
    document.getElementById('open').textContent = fill(words.open, { open: left, all: sheet.rows.length });
    say('faults', faults === 0 ? '' : `${fill(words.faults, { count: faults })} ${headFault()}`, 'bad');
    const size = sheet.rows.reduce((sum, row) => sum + row.photos.reduce((all, photo) => all + photo.data.length, 0), JSON.stringify(sheet.rows.map(({ evidence }) => evidence)).length);
    say('size', size > limits.bytes ? fill(words.tooLarge, { size: (size / 1048576).toFixed(1), limit: limits.bytes / 1048576 }) : '', 'bad');
    document.getElementById('bar').value = sheet.rows.length - left;
  }

  function changed(row) {
    unsaved = true;
    if (row) judge(row);
    count();
    store();
  }

  /** Keeps the answers in this browser; where the browser refuses, says so instead of pretending. */
  function store() {
    const answers = { auditor: sheet.auditor, on: sheet.on, rows: sheet.rows.map((row) => ({ id: row.id, photos: row.photos, ...Object.fromEntries(fields.map((field) => [field, row[field]])) })) };
    try {
      localStorage.setItem(key, JSON.stringify(answers));
      stored = true;
      say('storage', words.kept, 'muted');
    } catch (error) {
      try {
        localStorage.setItem(key, JSON.stringify({ ...answers, rows: answers.rows.map((row) => ({ ...row, photos: [] })) }));
        stored = answers.rows.every(({ photos }) => photos.length === 0);
        say('storage', stored ? words.kept : words.photosNotKept, stored ? 'muted' : 'bad');
      } catch {
        stored = false;
        say('storage', fill(words.notKept, { why: error.name }), 'bad');
      }
    }
  }

  function take(answers) {
    sheet.auditor = answers.auditor ?? sheet.auditor;
    sheet.on = answers.on ?? sheet.on;
    for (const found of answers.rows ?? []) {
      const row = rows.get(found.id);
      if (!row) continue;
      for (const field of fields) if (typeof found[field] === 'string') row[field] = found[field];
      if (Array.isArray(found.photos)) row.photos = found.photos.filter((photo) => typeof photo.name === 'string' && typeof photo.data === 'string');
    }
    for (const row of sheet.rows) show(row);
    for (const [name, control] of Object.entries(head)) control.value = sheet[name];
  }

  function save() {
    const blob = new Blob([`${JSON.stringify({ format: 'qms-worksheet/1', ...sheet }, null, 1)}\n`], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${sheet.audit}-${sheet.unit || sheet.process}.qms.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    unsaved = false;
    say('storage', fill(words.saved, { file: link.download }), 'good');
  }

  async function open(file) {
    let found;
    try {
      found = JSON.parse(await file.text());
    } catch {
      return say('storage', words.unreadable, 'bad');
    }
    if (found.format !== 'qms-worksheet/1' || found.digest !== sheet.digest) return say('storage', words.other, 'bad');
    if (unsaved && !confirm(words.replace)) return undefined;
    take(found);
    changed();
    return undefined;
  }

  /** A photo as a JPEG small enough to travel inside the file. */
  async function shrink(file) {
    const picture = await createImageBitmap(file);
    let side = Math.min(1600, Math.max(picture.width, picture.height));
    for (let quality = 0.82; ; quality -= 0.12) {
      const scale = side / Math.max(picture.width, picture.height);
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const photo = { name: file.name, data: canvas.toDataURL('image/jpeg', quality).split(',')[1] };
      if (bytesOf(photo) < limits.photo || side < 400) return photo;
      if (quality < 0.5) side = Math.round(side * 0.7);
    }
  }

  async function addPhotos(row, input) {
    for (const file of input.files) {
      try {
        row.photos.push(await shrink(file));
      } catch {
        say('storage', fill(words.noPicture, { name: file.name }), 'bad');
      }
    }
    input.value = '';
    show(row);
    changed(row);
  }

  for (const [id, article] of articles) {
    const row = rows.get(id);
    row.photos ??= [];
    article.addEventListener('input', ({ target }) => {
      if (target.type === 'file') return;
      if (target.type === 'radio') row.judgement = target.value;
      else row[target.name] = target.value;
      changed(row);
    });
    article.querySelector('[type="file"]').addEventListener('change', ({ target }) => addPhotos(row, target));
    article.querySelector('.clear').addEventListener('click', () => {
      row.judgement = '';
      show(row);
      changed(row);
    });
  }
  for (const [name, control] of Object.entries(head)) {
    control.addEventListener('input', () => {
      sheet[name] = control.value.trim();
      changed();
    });
  }
  document.getElementById('save').addEventListener('click', save);
  document.getElementById('load').addEventListener('change', ({ target }) => {
    if (target.files[0]) void open(target.files[0]);
    target.value = '';
  });
  document.getElementById('filter').addEventListener('change', ({ target }) => { document.body.dataset.filter = target.value; });
  document.getElementById('next').addEventListener('click', () => {
    const next = [...articles.values()].find(({ dataset }) => dataset.state !== 'done');
    next?.scrollIntoView({ block: 'start' });
    next?.querySelector('[type="radio"]').focus({ preventScroll: true });
  });
  addEventListener('beforeunload', (event) => {
    if (unsaved && !stored) event.preventDefault();
  });

  let before = null;
  try {
    before = localStorage.getItem(key);
    say('storage', before === null ? '' : words.restored, 'muted');
  } catch (error) {
    stored = false;
    say('storage', fill(words.notKept, { why: error.name }), 'bad');
  }
  take(before === null ? {} : JSON.parse(before));
  unsaved = before !== null;
  count();
})();
