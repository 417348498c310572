import "core-js/stable/url-search-params";
