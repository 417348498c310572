import inspect from "object-inspect";
export { inspect };
