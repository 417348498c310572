import "core-js/stable/dom-exception";
import "core-js/stable/atob";
import "core-js/stable/btoa";
