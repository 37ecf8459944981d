"""The desk: pages over a record, for people. Its door is `onrecord.serve.desk.app.make_app`."""
