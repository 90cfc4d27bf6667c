#include "app/backup/status_json.h"

#include "app/json/ledger_json.h"

namespace backup {

namespace {

using Json = exchange::OrderedJson;

Json moment_json(const std::optional<std::int64_t>& moment, const MomentText& text) {
    return moment ? exchange::json_value(text(*moment)) : Json(nullptr);
}

Json folder_json(const FolderStatus& folder, const MomentText& text) {
    const auto& good = folder.known.good;
    Json json{{"folder", folder.folder},
              {"of_policy", folder.is_of_policy},
              {"at", good ? exchange::json_value(text(good->moment)) : Json(nullptr)},
              {"name", good ? Json(good->name) : Json(nullptr)},
              {"entry", good ? Json(good->end.seq) : Json(nullptr)},
              {"other_medium", good ? Json(good->medium == Medium::other) : Json(nullptr)},
              {"encrypted", good ? Json(good->is_sealed) : Json(nullptr)},
              {"proved", moment_json(folder.known.proved, text)},
              {"drilled", moment_json(folder.known.drilled, text)},
              {"trouble", nullptr}};
    if (folder.known.failed && folder.is_of_policy) {
        json["trouble"] = {{"kind", schema::word(folder.known.failed->trouble)},
                           {"at", exchange::json_value(text(folder.known.failed->moment))}};
    }
    return json;
}

}  // namespace

Json status_json(const Status& status, const MomentText& text) {
    const auto& last = status.last;
    constexpr std::int64_t in_hours = 3600;
    return {{"level", schema::word(status.level)},
            {"at", last ? exchange::json_value(text(last->moment)) : Json(nullptr)},
            {"age_hours", status.age ? Json(*status.age / in_hours) : Json(nullptr)},
            {"where", exchange::json_value(status.where)},
            {"other_medium", last ? Json(last->medium == Medium::other) : Json(nullptr)},
            {"encrypted", last ? Json(last->is_sealed) : Json(nullptr)},
            {"proved", moment_json(status.proved, text)},
            {"drilled", moment_json(status.drilled, text)},
            {"automatic", status.policy.automatic},
            {"limit_hours", status.policy.limit_hours},
            {"problems", exchange::problems_json(status.problems)}};
}

Json full_status_json(const Status& status, const MomentText& text) {
    auto json = status_json(status, text);
    json["folders"] = exchange::array_of(
        status.folders, [&](const FolderStatus& folder) { return folder_json(folder, text); });
    const auto& keep = status.policy.keep;
    json["keep"] = {{"hourly", keep.hourly},
                    {"daily", keep.daily},
                    {"weekly", keep.weekly},
                    {"monthly", keep.monthly}};
    const auto& recipient = status.policy.recipient;
    json["key"] = recipient ? Json(fingerprint_of(*recipient)) : Json(nullptr);
    return json;
}

}  // namespace backup
