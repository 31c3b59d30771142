"""Turn laid-out pages into documents."""
