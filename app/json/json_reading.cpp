#include "app/json/json_reading.h"

#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schema/types/error.h"

namespace exchange {

namespace {

using Json = nlohmann::ordered_json;

schema::Error unreadable(std::string what) {
    return schema::misused("body", std::move(what), "send one JSON object in UTF-8");
}

// What the parser's own checks leave out: depth (it and its values recurse), members given twice
// (the last would win), and NUL, which no text of a book holds.
class Checks {
  public:
    bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
        using Event = Json::parse_event_t;
        const bool opens = event == Event::object_start || event == Event::array_start;
        if (opens && depth >= static_cast<int>(deepest_json)) {
            throw unreadable(fmt::format("is deeper than {} levels", deepest_json));
        }
        if (event == Event::object_start) {
            members_.emplace_back();
        } else if (event == Event::object_end) {
            members_.pop_back();
        } else if (event == Event::key) {
            const auto& name = parsed.get_ref<const std::string&>();
            refuse_nul(name);
            if (!members_.back().insert(name).second) {
                throw unreadable("has a member that is given twice");
            }
        } else if (event == Event::value && parsed.is_string()) {
            refuse_nul(parsed.get_ref<const std::string&>());
        }
        return true;
    }

  private:
    static void refuse_nul(const std::string& text) {
        if (text.find('\0') != std::string::npos) {
            throw unreadable("holds a NUL character");
        }
    }

    std::vector<std::set<std::string>> members_;
};

}  // namespace

Json read_json_object(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        throw unreadable("begins with a byte order mark");
    }
    if (text.find('\0') != std::string_view::npos) {
        throw unreadable("holds a NUL character");  // the parser would end there
    }
    Checks checks;
    try {
        auto json = Json::parse(text, [&](int depth, Json::parse_event_t event, Json& parsed) {
            return checks(depth, event, parsed);
        });
        if (json.is_object()) {
            return json;
        }
    } catch (const Json::exception&) {
        throw unreadable("is not JSON");
    }
    throw unreadable("is not a JSON object");
}

}  // namespace exchange
