#pragma once
// docs/openapi.yaml: what stands in docs/openapi.base.yaml, with the paths and the schemas of every
// kind of record put in, the headers of writes, and that every operation may answer with a problem.

#include <string>
#include <string_view>

namespace exchange {

std::string openapi();

// The part by hand (made by docs/embed_openapi.cmake).
std::string_view openapi_base();

}  // namespace exchange
