# cmake -DINPUT=docs/openapi.base.yaml -DOUTPUT=… -P embed_openapi.cmake: writes its text into a C++ source, in three
# literals: a compiler need not take one of more than 65,536 bytes.
file(READ ${INPUT} text)
string(REPLACE "\ncomponents:\n" "\n)YAML\" +\n        std::string(R\"YAML(components:\n" text "${text}")
string(REPLACE "\n    KindField:\n" "\n)YAML\") +\n        std::string(R\"YAML(    KindField:\n" text "${text}")
file(WRITE ${OUTPUT} "#include \"app/json/openapi.h\"

#include <string>

namespace exchange {

std::string_view openapi_base() {
    static const std::string text = R\"YAML(${text})YAML\");
    return text;
}

}  // namespace exchange
")
