// The service worker's own surroundings, for `tsc` alone.

declare function addEventListener(kind: "install" | "activate", heard: (event: ExtendableEvent) => void): void;
declare function addEventListener(kind: "fetch", heard: (event: FetchEvent) => void): void;
declare function addEventListener(kind: "message", heard: (event: ExtendableMessageEvent) => void): void;
declare function skipWaiting(): Promise<void>;
declare const clients: Clients;
