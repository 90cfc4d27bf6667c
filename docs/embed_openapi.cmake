# cmake -DINPUT=docs/openapi.base.yaml -DOUTPUT=… -P embed_openapi.cmake: writes its text into a C++ source.
file(READ ${INPUT} text)
file(WRITE ${OUTPUT} "#include \"app/json/openapi.h\"

namespace exchange {

std::string_view openapi_base() {
    return R\"YAML(${text})YAML\";
}

}  // namespace exchange
")
