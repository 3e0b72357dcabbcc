#ifndef WIREDESK_CPLATFORM_CONVERSION_H
#define WIREDESK_CPLATFORM_CONVERSION_H

#include <stddef.h>
#include <stdint.h>

/// Why a conversion stopped.
enum cplatform_conversion_end {
    /// All input was read.
    CPLATFORM_CONVERSION_DONE = 0,
    /// The output is full.
    CPLATFORM_CONVERSION_FULL = 1,
    /// The next input bytes are no character of the encoding.
    CPLATFORM_CONVERSION_INVALID = 2,
    /// The input ends within a character.
    CPLATFORM_CONVERSION_INCOMPLETE = 3,
};

struct cplatform_conversion {
    size_t read;
    size_t written;
    enum cplatform_conversion_end end;
};

/// A converter from `encoding` (a name that iconv knows) to UTF-8, or NULL.
void *_Nullable cplatform_iconv_open(const char *_Nonnull encoding);
void cplatform_iconv_close(void *_Nonnull converter);

/// Converts as much of `input` as it can, and says how far it came and why it stopped.
struct cplatform_conversion cplatform_iconv(
    void *_Nonnull converter,
    const uint8_t *_Nonnull input, size_t input_length,
    uint8_t *_Nonnull output, size_t output_length);

#endif
