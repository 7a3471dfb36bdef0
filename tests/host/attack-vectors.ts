/** Where an attack wants to get: a listener of its own on this machine, and two files outside every manual. `port` names the listener. */
export interface Targets { readonly port: number; readonly secretText: string; readonly secretPicture: string }

type Attack = (targets: Targets) => string;

const url = ({ port }: Targets, path = 'x'): string => `http://127.0.0.1:${port}/${path}`;
const css = (rule: (address: string) => string): Attack => (targets) => `<style>${rule(url(targets))}</style><p class="x">x</p>`;
const svg = (inner: (address: string) => string): Attack => (targets) => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${inner(url(targets))}</svg>`;
const script = (code: (address: string) => string): Attack => (targets) => `<script>${code(url(targets))}</script>`;
const tag = (html: (address: string) => string): Attack => (targets) => html(url(targets));

/** 52 ways in which a page may try to reach the network or a file: a name and the HTML that tries. */
export const attacks: Readonly<Record<string, Attack>> = {
  'img': tag((at) => `<img src="${at}">`),
  'img srcset': tag((at) => `<img srcset="${at} 1x">`),
  'picture': tag((at) => `<picture><source srcset="${at}"><img></picture>`),
  'input image': tag((at) => `<input type="image" src="${at}">`),
  'iframe': tag((at) => `<iframe src="${at}"></iframe>`),
  'iframe srcdoc': tag((at) => `<iframe srcdoc="&lt;img src=${at}&gt;"></iframe>`),
  'iframe data:': tag((at) => `<iframe src="data:text/html,&lt;img src=${at}&gt;"></iframe>`),
  'object': tag((at) => `<object data="${at}"></object>`),
  'object data:': tag((at) => `<object data="data:text/html,&lt;img src=${at}&gt;"></object>`),
  'embed': tag((at) => `<embed src="${at}">`),
  'frameset': tag((at) => `<frameset><frame src="${at}"></frameset>`),
  'body background': tag((at) => `<table background="${at}"><tr><td background="${at}">x</table>`),
  'link stylesheet': tag((at) => `<link rel="stylesheet" href="${at}">`),
  'link icon': tag((at) => `<link rel="icon" href="${at}">`),
  'link prefetch': tag((at) => `<link rel="prefetch" href="${at}">`),
  'link preload': tag((at) => `<link rel="preload" as="image" href="${at}">`),
  'link modulepreload': tag((at) => `<link rel="modulepreload" href="${at}">`),
  'link preconnect': tag((at) => `<link rel="preconnect" href="${at}">`),
  'link dns-prefetch': tag((at) => `<link rel="dns-prefetch" href="${at}"><link rel="manifest" href="${at}">`),
  'css @import': css((at) => `@import "${at}";`),
  'css background': css((at) => `.x{background:url(${at})}`),
  'css style attribute': tag((at) => `<p style="background-image:url(${at})">x</p>`),
  'css image-set': css((at) => `.x{background-image:image-set(url(${at}) 1x)}`),
  'css list-style': tag((at) => `<ul style="list-style-image:url(${at})"><li>x</ul>`),
  'css border-image': css((at) => `.x{border:9px solid;border-image:url(${at}) 3}`),
  'css content': css((at) => `.x::before{content:url(${at})}`),
  'css mask': css((at) => `.x{mask-image:url(${at})}`),
  'css filter': css((at) => `.x{filter:url(${at}#f)}`),
  'css @font-face': css((at) => `@font-face{font-family:X;src:url(${at})}.x{font-family:X}`),
  'css page margin': css((at) => `@page{@top-left{content:url(${at})}}`),
  'svg image': svg((at) => `<image href="${at}" width="9" height="9"/>`),
  'svg xlink': svg((at) => `<image xlink:href="${at}" width="9" height="9"/>`),
  'svg use': svg((at) => `<use href="${at}#a"/>`),
  'svg feImage': svg((at) => `<filter id="f"><feImage href="${at}"/></filter><rect width="9" height="9" filter="url(#f)"/>`),
  'svg foreignObject': svg((at) => `<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${at}"/></foreignObject>`),
  'svg script': svg((at) => `<script>fetch("${at}")</script>`),
  'svg as picture': (targets) => `<img src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><image href="${url(targets)}" width="9" height="9"/></svg>`)}">`,
  'meta refresh': tag((at) => `<meta http-equiv="refresh" content="0;url=${at}">`),
  'base': tag((at) => `<base href="${at}/"><img src="relative.png">`),
  'video': tag((at) => `<video src="${at}" poster="${at}" autoplay></video>`),
  'audio and track': tag((at) => `<audio src="${at}" autoplay><track src="${at}" default></audio>`),
  'script src': tag((at) => `<script src="${at}"></script>`),
  'script fetch': script((at) => `fetch("${at}",{mode:"no-cors"})`),
  'script beacon': script((at) => `navigator.sendBeacon("${at}");new EventSource("${at}")`),
  'script WebSocket': script((at) => `new WebSocket("${at.replace('http', 'ws')}")`),
  'script worker': script((at) => `new Worker(URL.createObjectURL(new Blob(['fetch("${at}",{mode:"no-cors"})'])))`),
  'script handler': tag((at) => `<img src="data:," onerror="new Image().src='${at}'">`),
  'speculation rules': tag((at) => `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${at}"],"eagerness":"immediate"}],"prerender":[{"source":"list","urls":["${at}"],"eagerness":"immediate"}]}</script>`),
  'form': tag((at) => `<form id="f" action="${at}"><button>x</button></form><script>f.submit()</script>`),
  'file in frames': ({ secretText }) => `<iframe src="file://${secretText}"></iframe><object data="FILE://${secretText}"></object><embed src="file://localhost${secretText}"><iframe src="\\\\localhost\\${secretText}"></iframe><iframe src="view-source:file://${secretText}"></iframe>`,
  'file as picture': ({ secretPicture }) => `<img src="file://${secretPicture}"><img src="FILE://localhost${secretPicture}"><p style="background:url(file://${secretPicture})">x</p><svg width="9" height="9"><image href="file://${secretPicture}" width="9" height="9"/></svg>`,
  'file as style or script': ({ secretText }) => `<link rel="stylesheet" href="file://${secretText}"><script src="file://${secretText}"></script><script>fetch("file://${secretText}").then((r)=>r.text()).then((t)=>document.body.append(t))</script>`,
};
