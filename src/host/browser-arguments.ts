/** Ways of keeping a page from the world. Each is enough against most attacks, none against all: see tests/host/attack.test.ts. */
export type Layer = 'script' | 'interception' | 'policy' | 'offline' | 'proxy';
export const allLayers: ReadonlySet<Layer> = new Set(['script', 'interception', 'policy', 'offline', 'proxy']);

/** A place where nobody listens and only the administrator could. */
export const deadProxy = 'http://127.0.0.1:1';

/** Our own list: those of packagers contain `--disable-web-security`. Nothing here weakens the browser, and nothing phones home. */
export function browserArguments(profile: string, layers: ReadonlySet<Layer>): string[] {
  return [
    '--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`,
    '--no-first-run', '--no-default-browser-check', '--disable-extensions', '--disable-sync', '--mute-audio', '--password-store=basic', '--use-mock-keychain',
    '--disable-background-networking', '--disable-component-update', '--disable-client-side-phishing-detection', '--disable-domain-reliability', '--disable-default-apps',
    '--disable-breakpad', '--metrics-recording-only', '--no-pings', '--no-service-autorun', '--disable-search-engine-choice-screen',
    '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider,NetworkTimeServiceQuerying,SafeBrowsingHashPrefixRealTimeLookups',
    '--disable-gpu', '--disable-software-rasterizer', '--enable-begin-frame-control', '--font-render-hinting=none', '--lang=en-US',
    ...(layers.has('proxy') ? [`--proxy-server=${deadProxy}`, '--proxy-bypass-list=<-loopback>', '--host-resolver-rules=MAP * ~NOTFOUND'] : []),
  ];
}
