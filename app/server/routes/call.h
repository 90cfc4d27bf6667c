#pragma once
// A request that has reached its route: what was asked, of which book, on which day.

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/server/asker.h"
#include "app/server/http/request.h"
#include "app/server/http/response.h"
#include "db/ledger/transact.h"
#include "db/records/patient_list.h"
#include "schema/records/patient.h"
#include "schema/types/civil_time.h"
#include "schema/types/error.h"

namespace server {

class BookCheck;
class Drafts;
class Emergencies;
class Events;
class Guard;
class ReadingLog;

// The action of the ledger entry by which somebody gets an account.
inline constexpr std::string_view adds_account = "account add";

// What is the same for all requests of a start.
struct Setup {
    std::string actor;    // who works here when a request does not say
    std::string version;  // of the program
    Guard* guard = nullptr;
    Events* events = nullptr;
    db::PatientList* patients = nullptr;
    const BookCheck* check = nullptr;  // the one that the server runs by itself
    Drafts* drafts = nullptr;
    ReadingLog* readings = nullptr;
    Emergencies* emergencies = nullptr;
    std::function<access_control::Moment()> moment{};  // what the machine's clock shows
    // Base addresses under which telephones can reach the server; none: this machine only.
    std::vector<std::string> reachable{};
    // What owners are to be told of the certificate that the network is shown.
    std::function<std::optional<schema::Problem>()> certificate_problem{};
    std::mutex* writing = nullptr;  // held by the thread of this program that writes to the book
};

struct Call {
    const Setup& setup;
    const Request& request;
    const Pairs& path_parameters;  // what stands in the path at {chart}, {id} …
    schema::CivilTime now;         // on the clinic's wall clock

    std::string path_parameter(std::string_view name) const {
        return value_of(path_parameters, name).value_or("");
    }
    // The query's as_of, else the day that it is.
    schema::Date today() const;
    // How many rows are asked for by `limit`: 1 to 500, 50 by itself; throws (misused) for others,
    // and says what asks for the next page.
    int page_length(std::string_view next = "after") const;
    // The query parameter `name` read as a Value; throws schema::Error (misused) if it is none.
    template <class Value>
    std::optional<Value> read_query_parameter(std::string_view name) const;
};

// A request that anybody may make. What it answers rests on what it shows itself: the key of a
// patient's page, a password.
struct OpenRequest : Call {
    const db::Book& book;
};

// A request about who is signed in on the device that asks; it writes no records.
struct SignInRequest : Call {
    db::Book& book;
    const nlohmann::ordered_json& body;

    // Of the device, if it has one.
    std::optional<std::string> token() const;
};

// A request that reads the book for somebody.
class ReadRequest : public Call {
  public:
    ReadRequest(Call call,
                const Asker& who,
                const db::Book& book,
                const nlohmann::ordered_json& content)
        : Call(call), asker(who), body(content), book_(book) {}

    const Asker& asker;
    const nlohmann::ordered_json& body;  // of a preview; else empty

    // The book, for who has this right; by itself that to read records. Throws schema::Error
    // (forbidden) for others, whatever the route says of who may use it.
    const db::Book& book(access_control::Right right = access_control::Right::read_records) const;
    // For what shows no record: settings, the state of the book.
    const db::Book& book_without_records() const { return book_; }

    // The patient at {chart}, for who may read records, who is shown then. Throws schema::Error
    // (missing) if there is none.
    schema::Patient patient() const;

    // That the answer shows something of this patient; see Reads.
    void shows(const schema::Patient& patient) const;
    const std::vector<ShownPatient>& shown() const { return shown_; }

  private:
    const db::Book& book_;
    mutable std::vector<ShownPatient> shown_{};
};

// A request that writes to it; `submission` says for whom, and tracking::commit looks at that.
struct WriteRequest : Call {
    const Asker& asker;
    db::Book& book;
    const nlohmann::ordered_json& body;

    schema::Patient patient() const;
    // Who does `action`, by which right, why, and with which key, for the ledger: the request's key
    // and what it was asked with. Throws Refused (422) if the request's key was used for anything
    // else.
    db::Submission submission(std::string action) const;
    // The answer that this very submission had, if it was done before. Throws as the other.
    std::optional<std::string> answered_before(std::string_view action) const;
};

}  // namespace server
