// The patient's file, as the clinic gives it.

#include <nlohmann/json.hpp>

#include "app/json/json_value.h"
#include "app/report/patient_file.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/restore.h"
#include "schema/types/error.h"

namespace server {

namespace {

std::optional<std::string> text_in(const nlohmann::ordered_json& body, const char* name) {
    const auto found = body.find(name);
    return found == body.end() || found->is_null() ? std::nullopt
                                                   : std::optional(need_text(body, name));
}

// Made anew for whoever asks: it is a file of this moment, and its passphrase is kept nowhere.
Response give_file(const ReadRequest& call) {
    refuse_other_members(call.body, {"passphrase", "language"});
    const auto& book = call.book(Right::export_records);
    const auto patient = tracking::patient_with_chart(book, call.path_parameter("chart"));
    call.shows(patient);
    exchange::PatientFileForm form{.passphrase = text_in(call.body, "passphrase"),
                                   .now = call.now,
                                   .program = call.setup.version};
    if (const auto language = text_in(call.body, "language")) {
        const auto word = schema::read_word<schema::PatientLanguage>(*language);
        if (!word) {
            throw schema::refused("language", "is not one of them", "give en or ar")
                .as("no_language");
        }
        form.language = *word == schema::PatientLanguage::ar ? exchange::ReportLanguage::arabic
                                                             : exchange::ReportLanguage::english;
    }
    const auto made = exchange::patient_file(book, patient, form);
    return json_response({{"html", made.html},
                          {"photos", made.photos},
                          {"photos_withheld", made.photos_withheld},
                          {"signed_by", exchange::json_value(made.signed_by)}});
}

}  // namespace

std::vector<Route> patient_file_routes() {
    return {{.method = "POST",
             .path = "/api/v1/patients/{chart}/file",
             .access = Right::export_records,
             .read = {AccessAct::report, &give_file}}};
}

}  // namespace server
