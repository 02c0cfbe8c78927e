/* Statistics over a CSV: reads a table with a header line from standard input, or from the file
 * named by the first argument, and writes one line per numeric column:
 *
 *     column,count,missing,mean,stddev,min,max
 *
 * A cell that is not a number counts as missing. Exits with 2 when the input is not a table.
 * One pass, constant memory: mean and variance by Welford's method. */

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_COLUMNS = 256, MAX_LINE = 1 << 16 };

struct column {
	char name[128];
	unsigned long count, missing;
	double mean, squares, min, max;
};

static struct column columns[MAX_COLUMNS];
static char line[MAX_LINE];

static void add(struct column *column, double value)
{
	double delta = value - column->mean;

	column->count++;
	column->mean += delta / (double)column->count;
	column->squares += delta * (value - column->mean);
	if (column->count == 1 || value < column->min)
		column->min = value;
	if (column->count == 1 || value > column->max)
		column->max = value;
}

/* Cuts the next cell off `rest`; quotes around a cell are taken away. NULL after the last. */
static char *next_cell(char **rest)
{
	char *cell = *rest, *end;

	if (!cell)
		return NULL;
	if (*cell == '"') {
		cell++;
		end = strchr(cell, '"');
		if (end)
			*end++ = '\0';
		end = end ? strchr(end, ',') : NULL;
	} else {
		end = strchr(cell, ',');
	}
	if (end)
		*end++ = '\0';
	*rest = end;
	return cell;
}

static int read_line(FILE *input)
{
	if (!fgets(line, sizeof line, input))
		return 0;
	line[strcspn(line, "\r\n")] = '\0';
	return 1;
}

int main(int argc, char **argv)
{
	FILE *input = argc > 1 ? fopen(argv[1], "r") : stdin;
	unsigned long rows = 0;
	int width = 0;
	char *rest, *cell;

	if (!input) {
		fprintf(stderr, "csv-stats: %s: %s\n", argv[1], strerror(errno));
		return 2;
	}
	if (!read_line(input) || !*line) {
		fprintf(stderr, "csv-stats: the input has no header line\n");
		return 2;
	}
	for (rest = line; width < MAX_COLUMNS && (cell = next_cell(&rest)); width++)
		snprintf(columns[width].name, sizeof columns[width].name, "%s", cell);

	while (read_line(input)) {
		int i = 0;

		if (!*line)
			continue;
		rows++;
		for (rest = line; i < width && (cell = next_cell(&rest)); i++) {
			char *end;
			double value = strtod(cell, &end);

			if (end != cell && !*end && isfinite(value))
				add(&columns[i], value);
			else
				columns[i].missing++;
		}
		for (; i < width; i++)
			columns[i].missing++;
	}

	printf("column,count,missing,mean,stddev,min,max\n");
	for (int i = 0; i < width; i++) {
		struct column *c = &columns[i];

		if (!c->count)
			continue;
		printf("%s,%lu,%lu,%.6g,%.6g,%.6g,%.6g\n", c->name, c->count, c->missing, c->mean,
		       c->count > 1 ? sqrt(c->squares / (double)(c->count - 1)) : 0.0, c->min, c->max);
	}
	fprintf(stderr, "csv-stats: %lu rows, %d columns\n", rows, width);
	return 0;
}
