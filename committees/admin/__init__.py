from committees.admin import committees, councils, decisions, meetings, people, users

__all__ = ["committees", "councils", "decisions", "meetings", "people", "users"]
