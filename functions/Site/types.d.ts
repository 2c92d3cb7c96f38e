// What the pages' scripts share with `tsc` alone; browsers never see it. The types of the API's answers, `Api.…` and `ApiRoutes`, are made
// from the API's description by the tests (ScriptTypesTests) and lie, once these have run, in functions/obj/site/api.d.ts.

interface ApiRoutes {}

/** The parts of an address, without what stands behind `?`. */
type Parts<Path extends string> = Path extends `${infer Before}?${string}` ? Parts<Before>
  : Path extends `/${infer Rest}` ? Parts<Rest> : Path extends `${infer First}/${infer Rest}` ? [First, ...Parts<Rest>] : [Path];

/** The key a part of an address begins with, where the running page alone knows what follows: `board${more}`. */
type Begun<First, Node> = First extends string ? {} extends Record<First, 1>
  ? { [Key in keyof Node & string]: First extends `${Key}${string}` ? Key : never }[keyof Node & string] : never : never;

/** The node of the API's tree an address leads to. */
type Route<Way extends unknown[], Node> = Way extends [infer First, ...infer Rest]
  ? First extends keyof Node ? Route<Rest, Node[First]>
    : [Begun<First, Node>] extends [never] ? "*" extends keyof Node ? Route<Rest, Node["*"]> : unknown : Route<Rest, Node[Begun<First, Node>]>
  : Node;

/** An address that begins with what only the running page knows is one below a dossier, where there is such a one. */
type Whole<Way extends unknown[]> = Way extends [infer First, ...infer Rest] ? string extends First ? ["api", "dossiers", "*", ...Rest] : Way : Way;

type Asked<Path extends string, Method extends string, Side extends "answer" | "body"> = string extends Path ? any
  : Route<Whole<Parts<Path>>, ApiRoutes> extends { [name in `$${Method}`]: infer Both } ? Side extends keyof Both ? Both[Side] : any
  : Parts<Path> extends ["api", ...unknown[]] ? NoSuchAddress : any;

/** An address the API's description does not know: whatever is read from it is a fault. */
interface NoSuchAddress { readonly "the API's description knows no such address": never }

/** An element of a page, of whatever kind its page made it: what the scripts may use of one. */
interface PageElement extends HTMLElement {
  value: any; checked: boolean; open: boolean; required: boolean; readOnly: boolean; disabled: boolean; name: string; type: string; max: string | number; href: string; src: string;
  pathname: string; files: FileList; selectedOptions: HTMLCollectionOf<HTMLOptionElement>; labels: NodeListOf<HTMLLabelElement>; elements: any;
  reset(): void; requestSubmit(): void; showModal(): void; close(): void; returnValue: string; alt: string; closest(selector: string): PageElement;
  addEventListener(kind: string, heard: (event: any) => void, how?: AddEventListenerOptions | boolean): void;
  checkValidity(): boolean; setCustomValidity(text: string): void; validity: ValidityState; validationMessage: string; noValidate: boolean;
}

interface ParentNode {
  querySelector(selector: string): PageElement;
  querySelectorAll(selector: string): NodeListOf<PageElement>;
}

interface Document { getElementById(id: string): PageElement; }

declare function addEventListener(kind: string, heard: (event: any) => void): void;

interface Navigator { connection?: { saveData: boolean }; }

/** What the office says when it says no. */
interface Problem { detail: string; code?: string; field?: string; [more: string]: any; }

/** How the office is asked. `quietly`: nobody signs in again for it. */
interface Asking { method?: string; body?: any; headers?: Record<string, string>; signal?: AbortSignal; keepalive?: boolean; quietly?: boolean; }
