#pragma once
// What is answered to a request.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/json/json_value.h"
#include "schema/records/patient.h"

namespace server {

// A patient of whom something is shown.
struct ShownPatient {
    schema::Id<schema::Patient> id{};
    std::string chart;
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::vector<std::pair<std::string, std::string>> headers{};
    std::shared_ptr<const std::string> body{};  // shared with what keeps it for the next time
    std::string_view fixed{};                   // instead of a body: bytes of the program itself
    bool closes = false;                        // the connection ends with this answer
    // Whose record it shows, for the log of who read what; null for nobody's.
    std::shared_ptr<const std::vector<ShownPatient>> shown{};
    bool is_late = false;  // sent after Limits::guess: what was asked for was a guess

    std::string_view bytes() const { return body ? std::string_view(*body) : fixed; }
};

// The JSON ends its line, as on the command line.
inline Response json_response(std::string body, int status = 200) {
    if (!body.ends_with('\n')) {
        body += '\n';
    }
    return {.status = status, .body = std::make_shared<const std::string>(std::move(body))};
}
inline Response json_response(const exchange::OrderedJson& json, int status = 200) {
    return json_response(exchange::json_text(json), status);
}

}  // namespace server
