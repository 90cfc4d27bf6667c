import "../style/app.css";
