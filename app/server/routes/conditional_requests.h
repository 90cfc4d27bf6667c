#pragma once
// Conditional requests (RFC 9110, 13): ETag and If-Match of a record's version; and what else the
// responses to writes have in common.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "app/server/http/response.h"
#include "app/server/routes/call.h"
#include "schema/types/error.h"
#include "schema/types/word.h"

namespace server {

// "\"3\"": a record's version as an ETag.
std::string version_tag(int version);

// Says that the submission was known, and that this is what came of it then.
Response repeated(Response response);

// 412 with what was sent and what is stored, unless If-Match names the version that is stored.
// Throws Refused (428) without If-Match.
std::optional<Response> other_version(const WriteRequest& call,
                                      int version,
                                      const std::function<exchange::OrderedJson()>& stored);

// The same of a record of the clinic's own.
std::optional<Response> other_version_of_clinic(
    const WriteRequest& call, int version, const std::function<exchange::OrderedJson()>& stored);

// What `write` answers; or, where the safety rules ask for reasons, the refusal with the findings.
Response asking_for_reasons(const std::function<Response()>& write);

// Throws schema::Error (refused) for a member of the body that is not among these.
void refuse_other_members(const nlohmann::ordered_json& body,
                          const std::vector<std::string_view>& known);

// The text of a member of the body. Throws schema::Error (refused) where it is missing or none.
std::string need_text(const nlohmann::ordered_json& body, std::string_view name);

// The same of a member that may be left out or null.
std::optional<std::string> text_in(const nlohmann::ordered_json& body, std::string_view name);

// A word of the enumeration, as need_text; refused too where it is none of its words.
template <class Word>
Word need_word(const nlohmann::ordered_json& body, std::string_view name) {
    const auto text = need_text(body, name);
    const auto word = schema::read_word<Word>(text);
    if (!word) {
        throw schema::refused(std::string(name),
                              fmt::format("\"{}\" is not one of its words", text),
                              "give " + schema::word_list<Word>())
            .as("misfit_value", {{"value", text}, {"form", schema::word_list<Word>()}});
    }
    return *word;
}

// Whether the query says so: voided=true. Throws schema::Error (misused) for another word.
bool query_flag(const Call& call, std::string_view name);

}  // namespace server
