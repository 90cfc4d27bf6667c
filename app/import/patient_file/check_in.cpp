#include "app/import/patient_file/check_in.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "app/import/patient_file/base64.h"
#include "app/json/json_reading.h"
#include "app/json/json_value.h"
#include "app/json/record_reading.h"
#include "app/tracking/commit.h"
#include "app/tracking/patient_entries.h"
#include "app/tracking/restore.h"
#include "db/records/clinic_keys.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using schema::PatientEntry;

schema::Error no_check_in(const std::string& name) {
    return schema::refused(name,
                           "is no check-in of a patient's file, or not whole",
                           "take the file as the patient's file saved it")
        .as("check_in_damaged");
}

std::string text_in(const OrderedJson& json, const char* member, const std::string& name) {
    const auto found = json.find(member);
    if (found == json.end() || !found->is_string()) {
        throw no_check_in(name);
    }
    return found->get<std::string>();
}

OrderedJson read(const CheckInFile& file) {
    if (file.bytes.size() > most_check_in_bytes) {
        throw no_check_in(file.name);
    }
    OrderedJson json;
    try {
        json = read_json_object(file.bytes);
    } catch (const schema::Error&) {
        throw no_check_in(file.name);
    }
    const auto version = json.find("version");
    const auto entries = json.find("entries");
    if (text_in(json, "format", file.name) != "needlebook check-in" || version == json.end() ||
        *version != 1 || entries == json.end() || !entries->is_array() ||
        entries->size() > most_check_in_entries) {
        throw no_check_in(file.name);
    }
    return json;
}

PatientEntry entry_in(const OrderedJson& json, const std::string& name) {
    if (!json.is_object()) {
        throw no_check_in(name);
    }
    std::vector<schema::Problem> problems;
    const auto at = schema::CivilTime::read(text_in(json, "at", name));
    if (!at) {
        throw no_check_in(name);
    }
    auto told = json;
    told.erase("at");
    for (const auto& [member, value] : told.items()) {
        constexpr std::array known{"pain", "redness", "days_out", "dlqi", "note"};
        if (std::ranges::find(known, member) == known.end()) {
            throw no_check_in(name);
        }
    }
    schema::AnyRecord record = PatientEntry{};
    set_members(told, {}, record, problems);
    for (auto& problem : problems) {
        problem.where = fmt::format("{}: {}", name, problem.where);
    }
    schema::refuse_any(std::move(problems));
    auto entry = std::get<PatientEntry>(std::move(record));
    entry.at = *at;
    return entry;
}

// Whether a key of the clinic signed it; one without keys can say nothing of it.
bool is_proved(const db::Book& book, const OrderedJson& json, const std::string& name) {
    const auto keys = db::clinic_keys(book);
    if (keys.empty()) {
        return false;
    }
    const auto text = check_in_text(text_in(json, "chart", name), text_in(json, "made_at", name));
    const auto reply = json.find("reply");
    const auto signature = reply != json.end() && reply->is_string()
                               ? from_base64(reply->get<std::string>())
                               : std::nullopt;
    if (!signature || std::ranges::none_of(keys, [&](const auto& each) {
            return db::public_key_of(each.public_key, each.fingerprint).verifies(text, *signature);
        })) {
        throw schema::refused(name,
                              "is of no file that this clinic gave: its signature is another's",
                              "ask the patient for what they wrote, and give them their file anew")
            .as("check_in_signature");
    }
    return true;
}

}  // namespace

std::string check_in_text(std::string_view chart, std::string_view made_at) {
    std::string text("needlebook check-in v1");
    text += '\0';
    text.append(chart);
    text += '\0';
    return text.append(made_at);
}

CheckInReport import_check_in(db::Book& book,
                              const db::Submission& submission,
                              const CheckInFile& file,
                              schema::CivilTime now) {
    access_control::require(tracking::grant_of(book, submission),
                            access_control::Right::accept_entries);
    const auto json = read(file);
    CheckInReport report{.chart = text_in(json, "chart", file.name)};
    report.is_signed = is_proved(book, json, file.name);
    std::vector<PatientEntry> entries;
    for (const auto& each : json["entries"]) {
        entries.push_back(entry_in(each, file.name));
    }
    report.entries = entries.size();
    const auto patient = tracking::patient_with_chart(book, report.chart);
    const auto receipt =
        tracking::take_entries(book, submission, patient.id, std::move(entries), now);
    report.kept =
        static_cast<std::size_t>(schema::Text<std::int64_t>::read(receipt.answer).value_or(0));
    return report;
}

}  // namespace exchange
