#include "app/server/answered.h"

#include "app/server/http/problem.h"
#include "app/server/http/refusals.h"
#include "app/server/routes/pages.h"

namespace server {

namespace {

Response answer_or_problem(const std::function<Response()>& work,
                           const std::function<void(const std::string& line)>& log) {
    try {
        return work();
    } catch (const Refused& refused) {
        return problem(refused.refusal());
    } catch (const tracking::Asked& asked) {
        return problem(asked);
    } catch (const schema::Error& error) {
        if (status_of(error.fault()) >= 500 && error.fault() != schema::Fault::busy) {
            log(error.what());
        }
        return problem(error);
    } catch (const std::exception& error) {
        log(error.what());
        return problem(fault(500));
    }
}

}  // namespace

Response answered(const Request& request,
                  const std::function<Response()>& work,
                  const std::function<void(const std::string& line)>& log) {
    auto response = answer_or_problem(work, log);
    add_safeguards(request, response);
    return response;
}

Response answer_of_fault(int status) {
    auto response = problem(fault(status));
    add_safeguards({}, response);
    return response;
}

}  // namespace server
