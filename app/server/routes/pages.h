#pragma once
// The pages: files of the program's own bundle, and the ways in.

#include "app/server/events.h"
#include "app/server/http/guard.h"
#include "app/server/http/request.h"
#include "app/server/http/response.h"

namespace server {

// A file of the bundle by its name; index.html for every other path whose last segment has no dot,
// because the pages have addresses of their own; /start lets a browser in, once per address, and
// one that was let in at any time. 404 and 405 for the
// rest.
Response page(const Request& request, Guard& guard, Events& events);

// Adds what a browser is to be told with every answer: where scripts, styles and requests may come
// from and go to, and that answers of the interface are kept nowhere.
void add_safeguards(const Request& request, Response& response);

}  // namespace server
