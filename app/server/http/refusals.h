#pragma once
// What is refused before anybody looks at what is asked.

#include "app/server/http/problem.h"
#include "app/server/http/request.h"

namespace server {

// Of a request that is no sound one (400), is too long (413), comes when too much waits (503), or
// met a fault of the program (500): what happened is for the person at the machine.
Refusal fault(int status);

// Throws schema::Error (misused) unless a POST has an Idempotency-Key, and where what stands there
// is none.
void require_submission_key(const Request& request);

}  // namespace server
