"""What words and figures mean by themselves: money, days, codes, header words and labels in all their printed forms."""
