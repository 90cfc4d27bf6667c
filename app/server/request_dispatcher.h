#pragma once
// Where a request that was let in is answered: finds its route, looks whether who asks may use it,
// gives it a book and the day, and turns whatever goes wrong into an answer.

#include <mutex>

#include "app/server/asker.h"
#include "app/server/backup_keeper.h"
#include "app/server/book_check.h"
#include "app/server/book_pool.h"
#include "app/server/clinic_clock.h"
#include "app/server/drafts.h"
#include "app/server/emergencies.h"
#include "app/server/events.h"
#include "app/server/http/guard.h"
#include "app/server/known_tokens.h"
#include "app/server/reading_log.h"
#include "app/server/response_cache.h"
#include "app/server/routes/call.h"
#include "app/server/routes/route.h"
#include "app/server/server.h"

namespace server {

class Server::RequestDispatcher {
  public:
    // Opens the book, and brings its scales up to date. The guard and the events outlive it.
    // `certificate_problem` is what owners are to be told of the certificate.
    RequestDispatcher(const Options& options,
                      Guard& guard,
                      Events& events,
                      std::function<std::optional<schema::Problem>()> certificate_problem);

    // What the listener asks; see RequestHandler.
    RequestHandler handler();

  private:
    Response answer_or_throw(const Request& request);
    // A clock that is behind the book is reported in the header Needlebook-Clock-Behind.
    Response answer_anybody(const db::Book& book, const Found& found, const Request& request);
    // Throws Refused for nobody, schema::Error (forbidden) for who may not use the route.
    Response answer_asker(const db::Book& book, const Found& found, const Request& request);
    Response answer_known(const Asker& asker,
                          const db::Book& book,
                          const Found& found,
                          const Request& request);
    // That the device is in use: see access_control::note_use.
    void note_use(const access_control::Person& person);
    // From the first account on drafts are somebody's and are encrypted, and who reads is logged.
    void look_for_accounts(const db::Book& book);
    // Logs what is shown. Throws Refused (503) where that cannot be.
    Response read(const Asker& asker,
                  const db::Book& book,
                  const Found& found,
                  const Request& request);
    Response read_or_known(const Asker& asker,
                           const db::Book& book,
                           const Found& found,
                           const Request& request);
    Response write(const Asker& asker, const Found& found, const Request& request);
    Response sign_in(const Found& found, const Request& request);
    // The book keeps the end of the log, which may not be before it any more.
    void keep_end_of_log();
    Placement placement(const Request& request) const;
    void report_refusal(int status);

    const Options options_;
    std::mutex writing_;
    Guard& guard_;
    Events& events_;
    db::PatientList patients_;
    const Setup setup_;
    const bool was_not_closed_;
    db::Book book_;         // to write in; only the write pool uses it
    db::Book import_book_;  // the same of the import pool
    Drafts drafts_;
    BookPool books_;
    Emergencies emergencies_;
    ReadingLog readings_;
    KnownTokens tokens_;
    ResponseCache cache_;
    ClinicClock clock_;
    BookCheck check_;
    BackupKeeper backups_;
};

}  // namespace server
