#include "Conversion.h"

#include <errno.h>
#include <iconv.h>

void *cplatform_iconv_open(const char *encoding) {
    iconv_t converter = iconv_open("UTF-8", encoding);
    return converter == (iconv_t)-1 ? NULL : converter;
}

void cplatform_iconv_close(void *converter) {
    iconv_close(converter);
}

struct cplatform_conversion cplatform_iconv(
    void *converter, const uint8_t *input, size_t input_length, uint8_t *output, size_t output_length) {
    char *in = (char *)input;
    char *out = (char *)output;
    size_t in_left = input_length;
    size_t out_left = output_length;
    enum cplatform_conversion_end end = CPLATFORM_CONVERSION_DONE;
    if (iconv(converter, &in, &in_left, &out, &out_left) == (size_t)-1) {
        switch (errno) {
        case E2BIG: end = CPLATFORM_CONVERSION_FULL; break;
        case EINVAL: end = CPLATFORM_CONVERSION_INCOMPLETE; break;
        default: end = CPLATFORM_CONVERSION_INVALID; break;
        }
    }
    struct cplatform_conversion result = {input_length - in_left, output_length - out_left, end};
    return result;
}
