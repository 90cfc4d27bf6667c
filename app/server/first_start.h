#pragma once
// A server where no book is yet: it shows the pages, tells them where a book would be begun, and
// begins it. To ask for more than the pages a browser must have been let in, as with a book.
//
//   GET  /api/v1/sign-in      404 with the code "no_book": to anybody
//   GET  /api/v1/first-start  {"file", "folder", "others", "zone", "key"}: the name of the book's
//                             file, its folder, the names of other books there, this machine's time
//                             zone, and the key of the pages' writes
//   POST /api/v1/first-start  {"clinic": {…}, "protocols": […], "stock": […]}: begins it; 201

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/server/events.h"
#include "app/server/http/guard.h"
#include "app/server/http/listener.h"
#include "app/server/server.h"

namespace server {

// Where a book can be begun.
struct PlaceOfBook {
    std::filesystem::path file;       // from the root
    std::vector<std::string> others;  // names of the books that lie in its folder, in order
};

// Nothing where there is a book, or whatever else has its name. Throws schema::Error (damaged)
// where none can be begun: no such folder, or what only a book has beside it lies there, so that it
// was moved away.
std::optional<PlaceOfBook> place_of_book(const std::filesystem::path& book);

class FirstStart {
  public:
    // `begun` is called once the book is there, before its browser is answered.
    FirstStart(const Options& options, Guard& guard, Events& events, std::function<void()> begun);

    // What the listener asks; see RequestHandler.
    RequestHandler handler();

  private:
    Response answer(const Request& request);
    Response place() const;
    Response begin(const Request& request);

    const Options options_;
    Guard& guard_;
    Events& events_;
    const std::function<void()> begun_;
};

}  // namespace server
