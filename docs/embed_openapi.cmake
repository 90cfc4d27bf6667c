# cmake -DINPUT=docs/openapi.base.yaml -DOUTPUT=… -P embed_openapi.cmake: writes its text into a C++ source, each path and
# each schema a literal of its own: a compiler need not take one of more than 65,536 bytes.
file(READ ${INPUT} text)
string(REGEX REPLACE "\n(  /|    [A-Z][A-Za-z]*:\n)" "\n)YAML\",\n        R\"YAML(\\1" text "${text}")
file(WRITE ${OUTPUT} "#include \"app/json/openapi.h\"

#include <string>

namespace exchange {

std::string_view openapi_base() {
    static const std::string whole = [] {
        std::string text;
        for (const char* const part : {R\"YAML(${text})YAML\"}) {
            text += part;
        }
        return text;
    }();
    return whole;
}

}  // namespace exchange
")
