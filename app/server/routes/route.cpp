#include "app/server/routes/route.h"

#include <algorithm>
#include <iterator>

#include "app/tracking/restore.h"
#include "schema/types/text.h"

namespace server {

namespace {

std::vector<Route> all_routes() {
    std::vector<Route> all;
    for (auto* family :
         {&clinic_routes,    &patient_routes,       &link_routes,          &own_routes,
          &own_photo_routes, &patient_file_routes,  &progress_routes,      &record_routes,
          &visit_routes,     &clinic_record_routes, &score_routes,         &keeping_routes,
          &draft_routes,     &erasure_routes,       &sign_off_routes,      &photo_routes,
          &rating_routes,    &sign_in_routes,       &second_factor_routes, &own_device_routes,
          &people_routes,    &access_routes,        &watch_routes}) {
        auto routes = family();
        std::move(routes.begin(), routes.end(), std::back_inserter(all));
    }
    return all;
}

struct Split {
    const Route* route = nullptr;
    std::vector<std::string_view> pieces{};  // of its path
};

const std::vector<Split>& split_routes() {
    static const auto all = [] {
        std::vector<Split> list;
        for (const auto& route : routes()) {
            list.push_back({&route, schema::split(std::string_view(route.path).substr(1), '/')});
        }
        return list;
    }();
    return all;
}

// The parameters of the path when it fits the route's; else nothing.
std::optional<Pairs> fit(const std::vector<std::string_view>& pieces,
                         const std::vector<std::string>& segments) {
    if (pieces.size() != segments.size()) {
        return std::nullopt;
    }
    Pairs path_parameters;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto piece = pieces[i];
        if (!piece.starts_with('{') && piece != segments[i]) {
            return std::nullopt;
        }
        if (piece.starts_with('{')) {
            path_parameters.emplace_back(piece.substr(1, piece.size() - 2), segments[i]);
        }
    }
    return path_parameters;
}

}  // namespace

DependsOn on_clinic(const ReadRequest&) {
    return {};
}

DependsOn on_patient(const ReadRequest& call) {
    const auto patient =
        tracking::patient_with_chart(call.book_without_records(), call.path_parameter("chart"));
    return patient.chart == call.path_parameter("chart") ? DependsOn{.patient = patient.id}
                                                         : DependsOn{};
}

const std::vector<Route>& routes() {
    static const auto all = all_routes();
    return all;
}

Found find_route(const Request& request) {
    const auto method =
        request.method == "HEAD" ? std::string_view("GET") : std::string_view(request.method);
    Found found;
    for (const auto& [route, pieces] : split_routes()) {
        auto path_parameters = fit(pieces, request.segments);
        if (!path_parameters) {
            continue;
        }
        if (route->method == method) {
            return {.route = route, .path_parameters = std::move(*path_parameters)};
        }
        found.methods.push_back(route->method);
    }
    return found;
}

}  // namespace server
