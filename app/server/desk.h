#pragma once
// Where a request that was let in is answered: finds its route, gives it a book and the day, and
// turns whatever goes wrong into an answer.

#include <mutex>

#include "app/server/book_check.h"
#include "app/server/book_pool.h"
#include "app/server/clinic_clock.h"
#include "app/server/drafts.h"
#include "app/server/events.h"
#include "app/server/http/guard.h"
#include "app/server/kept_answers.h"
#include "app/server/routes/call.h"
#include "app/server/routes/route.h"
#include "app/server/server.h"

namespace server {

class Server::Desk {
  public:
    // Opens the book, and brings its scales up to date.
    Desk(const Options& options, int port);

    // What the listener asks; see Application.
    Application application();

    Guard& guard() { return guard_; }

  private:
    Response answer(const Request& request);
    Response answer_or_throw(const Request& request);
    // A clock that is behind the book is told in the header Needlebook-Clock-Behind.
    Response ask(const Found& found, const Request& request, const nlohmann::ordered_json& body);
    Response ask(const db::Book& book,
                 const Found& found,
                 const Request& request,
                 const nlohmann::ordered_json& body);
    Response order(const Found& found, const Request& request, const nlohmann::ordered_json& body);
    void tell_refusal(int status);
    Response unknown_inside(const std::exception& error) const;

    const Options options_;
    std::mutex writing_;
    Guard guard_;
    Events events_;
    db::PatientList patients_;
    Drafts drafts_;
    const Setup setup_;
    const bool was_not_closed_;
    db::Book book_;         // to write in; only the write lane uses it
    db::Book import_book_;  // the same of the import lane
    BookPool books_;
    KeptAnswers kept_;
    ClinicClock clock_;
    BookCheck check_;
};

}  // namespace server
