import "../style/report.css";
