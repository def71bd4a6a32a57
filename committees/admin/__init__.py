from committees.admin import committees, councils, decisions, meetings, notices, people, sign_ins, templates, users

__all__ = ["committees", "councils", "decisions", "meetings", "notices", "people", "sign_ins", "templates", "users"]
