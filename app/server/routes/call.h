#pragma once
// A request that has reached its route: what was asked, of which book, on which day.

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "app/server/http/request.h"
#include "db/ledger/transact.h"
#include "db/records/patient_list.h"
#include "schema/records/patient.h"
#include "schema/types/civil_time.h"
#include "schema/types/error.h"

namespace server {

class BookCheck;
class Drafts;
class Events;
class Guard;

// What is the same for all requests of a start.
struct Setup {
    std::string actor;    // who works here when a request does not say
    std::string version;  // of the program
    const Guard* guard = nullptr;
    Events* events = nullptr;
    db::PatientList* patients = nullptr;
    const BookCheck* check = nullptr;  // the one that the server runs by itself
    Drafts* drafts = nullptr;
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

// A request that reads the book.
struct ReadRequest : Call {
    const db::Book& book;
    const nlohmann::ordered_json& body;  // of a preview; else empty

    // The patient at {chart}. Throws schema::Error (missing) if there is none.
    schema::Patient patient() const;
};

// A request that writes to it.
struct WriteRequest : Call {
    db::Book& book;
    const nlohmann::ordered_json& body;

    schema::Patient patient() const;
    // Who does `action`, why, and with which key, for the ledger: the request's key and what it was
    // asked with. Throws Refused (422) if the request's key was used for anything else.
    db::Submission submission(std::string action) const;
    // The answer that this very submission had, if it was done before. Throws as the other.
    std::optional<std::string> answered_before(std::string_view action) const;
};

// Whom the request names, or `otherwise`. Throws schema::Error (misused) for a name that is none.
std::string actor_of(const Request& request, const std::string& otherwise);

}  // namespace server
