#pragma once
// The routes as rows of data: method, path, who may use it, where it is worked on, which query it
// takes, and the function that answers.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/server/depends_on.h"
#include "app/server/http/response.h"
#include "app/server/routes/access.h"
#include "app/server/routes/call.h"
#include "app/server/routes/reads.h"
#include "app/server/worker_pools.h"

namespace server {

struct Route {
    std::string_view method;
    std::string path;  // "/api/v1/patients/{chart}"
    Access access;     // has no default: a route without it does not compile
    WorkerPool pool = WorkerPool::read;
    std::vector<std::string_view> query_parameters{};  // those that it takes
    // One of these.
    Reads read{};  // with what it shows of patients
    std::function<Response(WriteRequest&)> write{};
    std::function<Response(const OpenRequest&)> open{};
    std::function<Response(const SignInRequest&)> sign_in{};
    // What its response, of status 200, depends on beside the target and the day: then it is
    // cached. Without this function it is not.
    std::function<DependsOn(const ReadRequest&)> depends_on{};
    bool has_own_moment = false;  // reads for so long that it is not to hold the book still
};

// DependsOn of routes: anything of the clinic; and the patient at {chart}, but where the chart
// number is spelled otherwise, for then it can become another patient's.
DependsOn on_clinic(const ReadRequest& call);
DependsOn on_patient(const ReadRequest& call);

// All of them; the first that fits answers.
const std::vector<Route>& routes();

struct Found {
    const Route* route = nullptr;             // none: see `methods`
    Pairs path_parameters{};                  // what stands at {chart}
    std::vector<std::string_view> methods{};  // of routes with this path
};

// The route for a request. HEAD is answered as GET.
Found find_route(const Request& request);

// One list per family.
std::vector<Route> clinic_routes();         // me, clinic, kinds, today, due, lots, rules, profiles
std::vector<Route> patient_routes();        // the list, one patient, labels
std::vector<Route> link_routes();           // making a patient's page, and what they told there
std::vector<Route> own_photo_routes();      // the photographs of that page
std::vector<Route> own_routes();            // what a patient reads and tells there
std::vector<Route> patient_file_routes();   // what the patient takes home
std::vector<Route> progress_routes();       // progress, report, safety, aftercare, outcomes
std::vector<Route> record_routes();         // every kind of record
std::vector<Route> visit_routes();          // one entry for a whole visit
std::vector<Route> clinic_record_routes();  // stock, protocols, the appointments of a day
std::vector<Route> score_routes();
std::vector<Route> keeping_routes();        // ledger, check, import
std::vector<Route> draft_routes();          // what is not recorded yet
std::vector<Route> erasure_routes();        // of a patient by law; retention
std::vector<Route> sign_off_routes();       // asking for a signature, giving and declining one
std::vector<Route> photo_routes();          // bytes in and out; signing and withdrawing consents
std::vector<Route> rating_routes();         // photographs rated for studies of agreement
std::vector<Route> sign_in_routes();        // who is signed in on this device
std::vector<Route> second_factor_routes();  // the codes of one's own account
std::vector<Route> own_device_routes();     // where one's own account is signed in
std::vector<Route> people_routes();         // accounts, devices, programs, rights
std::vector<Route> access_routes();         // who read what, emergency reading
std::vector<Route> watch_routes();          // health and metrics, for programs that watch

}  // namespace server
