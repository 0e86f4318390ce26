module github.com/counterclaim/counterclaim

go 1.26.0

ignore ./frontend/node_modules
