/* Makes a thumbnail: reads a JPEG or PNG picture from standard input, scales it so that it fits
 * into a square of the size given as the first argument (128 pixels by default), and writes it to
 * the file `thumbnail.png` and one line about it to standard output.
 *
 * Exits with 2 when the input is no picture it knows. Reading, scaling and writing are the stb
 * libraries' work. */

#include <stdio.h>
#include <stdlib.h>

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#define STBI_NO_THREAD_LOCALS
#include <stb/stb_image.h>
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

enum { CHANNELS = 3, MAX_SIDE = 4096 };

int main(int argc, char **argv)
{
	int side = argc > 1 ? atoi(argv[1]) : 128;
	int width, height, channels;

	if (side < 1 || side > MAX_SIDE) {
		fprintf(stderr, "thumbnail: the size has to be between 1 and %d pixels\n", MAX_SIDE);
		return 2;
	}

	unsigned char *picture = stbi_load_from_file(stdin, &width, &height, &channels, CHANNELS);
	if (!picture) {
		fprintf(stderr, "thumbnail: %s\n", stbi_failure_reason());
		return 2;
	}

	int longest = width > height ? width : height;
	int to_width = width * side / longest > 0 ? width * side / longest : 1;
	int to_height = height * side / longest > 0 ? height * side / longest : 1;
	unsigned char *small = malloc((size_t)to_width * (size_t)to_height * CHANNELS);

	if (!small || !stbir_resize_uint8(picture, width, height, 0, small, to_width, to_height, 0,
					  CHANNELS)) {
		fprintf(stderr, "thumbnail: out of memory\n");
		return 1;
	}
	if (!stbi_write_png("thumbnail.png", to_width, to_height, CHANNELS, small,
			    to_width * CHANNELS)) {
		fprintf(stderr, "thumbnail: cannot write thumbnail.png\n");
		return 1;
	}
	printf("%dx%d -> %dx%d thumbnail.png\n", width, height, to_width, to_height);
	return 0;
}
