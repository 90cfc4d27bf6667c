#pragma once
// Whatever goes wrong while a request is answered, as an answer.

#include <functional>
#include <string>

#include "app/server/http/request.h"
#include "app/server/http/response.h"

namespace server {

// What `work` answers, or the problem that it throws. What happened inside is told `log`, for the
// person at the machine; who asks learns only that it did. With the safeguards of every answer.
Response answered(const Request& request,
                  const std::function<Response()>& work,
                  const std::function<void(const std::string& line)>& log);

// To what was no request, or none in time.
Response answer_of_fault(int status);

}  // namespace server
