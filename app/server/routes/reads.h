#pragma once
// A function that answers with what it reads, and what the log of who read what is told of it.

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>

#include "app/server/http/response.h"
#include "app/server/routes/call.h"
#include "db/access_log/access_entry.h"

namespace server {

using db::AccessAct;

// What shows no patient's record: settings, scales, the state of the book.
struct NoRecord {};

class Reads {
  public:
    using Answer = std::function<Response(const ReadRequest&)>;

    // A route that reads nothing.
    Reads() = default;
    // There is none that does not say what it shows. An answer that shows one patient names them
    // with ReadRequest::shows.
    Reads(NoRecord, Answer answer) : answer_(std::move(answer)) {}
    Reads(AccessAct act, Answer answer) : act_(act), answer_(std::move(answer)) {}

    Response operator()(const ReadRequest& call) const { return answer_(call); }
    friend bool operator==(const Reads& reads, std::nullptr_t) { return reads.answer_ == nullptr; }

    // Nothing where no record is shown. A list that is searched is a search.
    std::optional<AccessAct> act(const Request& request) const {
        const bool searches = !request.query_parameter("search").value_or("").empty();
        return act_ == AccessAct::list && searches ? AccessAct::search : act_;
    }

  private:
    std::optional<AccessAct> act_{};
    Answer answer_{};
};

}  // namespace server
