from committees.admin import committees, councils, meetings, people, users

__all__ = ["committees", "councils", "meetings", "people", "users"]
