//! Moments as people read them.

use tradewind_client::Timestamp;

/// A moment in universal time, such as `2026-11-20 12:00:00 UTC`.
pub fn show(at: Timestamp) -> String {
	let (days, second) = (at.0 / 86_400, at.0 % 86_400);
	let (year, month, day) = date(days);
	let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
	format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} UTC")
}

/// Reads a moment in universal time: `2026-11-20`, `2026-11-20T12:00`, `2026-11-20 12:00:30`, or
/// seconds since 1970.
pub fn parse(text: &str) -> Result<Timestamp, String> {
	let malformed = || format!("`{text}` is not a moment such as 2026-11-20 or 2026-11-20T12:00");
	let number = |text: &str, digits: usize| {
		let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
		plain.then(|| text.parse::<u64>().ok()).flatten().ok_or_else(malformed)
	};
	if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
		return text.parse().map(Timestamp).map_err(|_| malformed());
	}
	let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, "00:00"));
	let [year, month, day] = *day.split('-').collect::<Vec<_>>().as_slice() else {
		return Err(malformed());
	};
	let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
	let time = time.trim_end_matches(" UTC").trim_end_matches('Z');
	let (hour, minute, second) = match *time.split(':').collect::<Vec<_>>().as_slice() {
		[hour, minute] => (number(hour, 2)?, number(minute, 2)?, 0),
		[hour, minute, second] => (number(hour, 2)?, number(minute, 2)?, number(second, 2)?),
		_ => return Err(malformed()),
	};
	if year < 1970 || !(1..=12).contains(&month) || hour > 23 || minute > 59 || second > 59 {
		return Err(malformed());
	}
	let days = days(year, month, day);
	// A day that its month does not have is one of the next.
	if date(days) != (year, month, day) {
		return Err(malformed());
	}
	Ok(Timestamp(days * 86_400 + hour * 3_600 + minute * 60 + second))
}

/// How many days a date lies after 1970-01-01; the inverse of [`date`].
fn days(year: u64, month: u64, day: u64) -> u64 {
	let year = year - u64::from(month <= 2);
	let (era, year_of_era) = (year / 400, year % 400);
	let from_march = (month + 9) % 12;
	let day_of_year = (153 * from_march + 2) / 5 + day.max(1) - 1;
	let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	era * 146_097 + day_of_era - 719_468
}

/// The date a number of days after 1970-01-01, in the Gregorian calendar. Counts years from March
/// on, so that the leap day is the last of its year.
fn date(days: u64) -> (u64, u64, u64) {
	let days = days + 719_468;
	let (era, day_of_era) = (days / 146_097, days % 146_097);
	let year_of_era =
		(day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
	let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	let from_march = (5 * day_of_year + 2) / 153;
	let day = day_of_year - (153 * from_march + 2) / 5 + 1;
	let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
	let year = year_of_era + era * 400 + u64::from(month <= 2);
	(year, month, day)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn moments_are_shown_in_universal_time() {
		for (seconds, text) in [
			(0, "1970-01-01 00:00:00 UTC"),
			(951_782_400, "2000-02-29 00:00:00 UTC"),
			(1_709_251_199, "2024-02-29 23:59:59 UTC"),
			(1_709_251_200, "2024-03-01 00:00:00 UTC"),
			(4_102_444_799, "2099-12-31 23:59:59 UTC"),
		] {
			assert_eq!(show(Timestamp(seconds)), text);
			assert_eq!(parse(text), Ok(Timestamp(seconds)));
		}
	}

	#[test]
	fn moments_are_read_in_several_forms() {
		for text in ["2026-11-20T12:30:00Z", "2026-11-20T12:30", "2026-11-20 12:30", "1795177800"] {
			assert_eq!(parse(text), Ok(Timestamp(1_795_177_800)), "{text}");
		}
		assert_eq!(parse("2026-11-20"), Ok(Timestamp(1_795_132_800)));
		for day in 0..80_000 {
			let (year, month, of_month) = date(day);
			assert_eq!(days(year, month, of_month), day);
		}
	}

	#[test]
	fn moments_that_are_none_are_refused() {
		for text in [
			"",
			"today",
			"2026-13-01",
			"2026-02-29",
			"2026-00-10",
			"2026-01-00",
			"1969-12-31",
			"26-1-1",
			"2026-11-20T24:00",
			"2026-11-20T12",
			"2026-11-20T12:60",
			"99999999999999999999",
		] {
			assert!(parse(text).is_err(), "{text}");
		}
	}
}
