"""What doses and serology mean: schedules, judging, forecast, status."""
