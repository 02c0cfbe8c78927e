//! Moments as people read them.

use tradewind_client::Timestamp;

/// A moment in universal time, such as `2026-11-20 12:00:00 UTC`.
pub fn show(at: Timestamp) -> String {
	let (days, second) = (at.0 / 86_400, at.0 % 86_400);
	let (year, month, day) = date(days);
	let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
	format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} UTC")
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
		}
	}
}
