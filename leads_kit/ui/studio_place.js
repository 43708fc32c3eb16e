// Which client this tab works on: a page that is loaded again opens the same one.
const KEY = "leads-studio";

export const remember = (client) => sessionStorage.setItem(KEY, client);
export const forget = () => sessionStorage.removeItem(KEY);
export const remembered = () => sessionStorage.getItem(KEY);
