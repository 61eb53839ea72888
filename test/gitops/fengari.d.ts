/** Lua 5.3 in JavaScript; of its C interface only what the health checks need. */
declare module "fengari" {
  type State = { readonly state: unique symbol };
  export const lauxlib: {
    luaL_newstate(): State;
    luaL_loadstring(state: State, text: Uint8Array): number;
  };
  export const lualib: { luaL_openlibs(state: State): void };
  export const lua: {
    lua_pcall(state: State, args: number, results: number, handler: number): number;
    lua_tojsstring(state: State, index: number): string;
    lua_getfield(state: State, index: number, name: Uint8Array): number;
  };
  export function to_luastring(text: string): Uint8Array;
}
